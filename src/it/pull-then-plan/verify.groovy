import groovy.json.JsonSlurper
import io.github.storemaven.goal.BuildFixture

context.fixture.close()
def store = new File(basedir, 'src/store')
assert new File(store, 'listings/nb-NO/description.txt').getText('UTF-8') == 'Tide tables for one harbour.\nAnd more.\n\n'
assert new File(store, 'listings/nb-NO/keywords.txt').getText('UTF-8') == 'tide\nharbour \ud83d\udea2\n'
assert new File(store, 'listings/nb-NO/shortTitle.txt').exists()
assert !new File(store, 'listings/nb-NO/images').exists()
def rest = new JsonSlurper().parse(new File(store, 'submission.json'))
assert rest.listings.'nb-NO'.baseListing.recommendedHardware == ['8 GB of memory\nor more', 'a keyboard']
assert rest.gamingOptions[0].localMultiplayerMaxPlayers == 4
assert !rest.containsKey('applicationPackages') && !rest.containsKey('fileUploadUrl') && !rest.containsKey('status')
assert BuildFixture.logged(basedir, 'the Store has 2 Screenshot in nb-NO, which cannot be downloaded')
assert new File(store, 'addons/premium/listings/nb-NO/title.txt').getText('UTF-8') == 'Premium\n'
['store', 'addon'].each {
    def plan = new JsonSlurper().parse(new File(basedir, "target/$it/plan.json"))
    assert plan == [changes: [], files: []]
    assert new File(basedir, "target/$it/plan.md").text.contains('No change.')
    assert !new File(basedir, "target/$it/document.json").text.contains('fileUploadUrl')
}
assert BuildFixture.log(basedir).count { it.endsWith('No change') } == 2
assert context.fixture.store().requests().every { it.method() == 'GET' || it.path().contains('oauth2') }
