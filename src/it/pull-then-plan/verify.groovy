import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

context.fixture.close()
context.empty.close()
def log = BuildLog.read(basedir, 'build.log')
def json = { name -> new JsonSlurper().parse(new File(basedir, name)) }
def store = new File(basedir, 'src/store')
assert new File(store, 'listings/nb-NO/description.txt').getText('UTF-8') == 'Tide tables for one harbour.\nAnd more.\n\n'
assert new File(store, 'listings/nb-NO/keywords.txt').getText('UTF-8') == 'tide\nharbour \ud83d\udea2\n'
assert new File(store, 'listings/nb-NO/shortTitle.txt').exists()
assert !new File(store, 'listings/nb-NO/images').exists()

def rest = json('src/store/submission.json')
assert rest.listings.'nb-NO'.baseListing.recommendedHardware == ['8 GB of memory\nor more', 'a keyboard']
assert rest.gamingOptions[0].localMultiplayerMaxPlayers == 4
assert !rest.containsKey('applicationPackages') && !rest.containsKey('fileUploadUrl') && !rest.containsKey('status')
assert log.has('2 Screenshot in nb-NO: shots/main.png, shots/week.png')
assert log.has('1 trailers: trailers/intro.mp4')
assert log.has('They stay in the Store as long as src/store/listings/nb-NO/images and 1 more do not exist')

assert new File(store, 'addons/premium/listings/nb-NO/title.txt').getText('UTF-8') == 'Premium\n'
assert json('src/store/addons/premium/addon.json') ==
        [applicationIds: ['9PEVERYTHING'], productId: 'premium', productType: 'Durable']
['store', 'addon'].each {
    assert json("target/$it/plan.json") == [changes: [], files: []]
    assert new File(basedir, "target/$it/plan.md").text.contains('No change, compared with the published submission')
    assert !new File(basedir, "target/$it/document.json").text.contains('fileUploadUrl')
}
assert log.lines().count { it.contains('No change to ') } == 2
assert context.fixture.store().requests().every { it.method() == 'GET' || it.path().contains('oauth2') }

// What was pulled from one Store and submitted to an empty one is the same document there.
def ofTheService = ['id', 'status', 'statusdetails', 'fileuploadurl', 'friendlyname', 'applicationpackages', 'filename',
        'filestatus', 'videofilename', 'videofileid', 'sales', 'isadvancedpricingmodel', 'packagerolloutstatus',
        'fallbacksubmissionid', 'privacypolicy', 'supportcontact', 'websiteurl']
def comparable
comparable = { value ->
    switch (value) {
        case Map: return value.collectEntries { name, inner -> [name.toLowerCase(), comparable(inner)] }
                .findAll { name, inner -> !(name in ofTheService) && inner != null && inner != '' && inner != [] && inner != [:]
                        && !(inner instanceof String && inner.startsWith('1601-01-01')) } // No date.
        case List: return value.collect { comparable(it) }
        case String: return value.replace('\r\n', '\n').replaceFirst('\n$', '')
        default: return value
    }
}
def received = { id -> new JsonSlurper().parseText(context.empty.store().pending(id).or { context.empty.store().published(id) }.get().toString()) }
def app = received('9PEVERYTHING')
def wanted = comparable(json('app.json'))
// A thumbnail's description is shown nowhere, and the folder has no place for it; ${...} stays as it is written.
wanted.trailers[0].trailerassets.'nb-no' = [title: 'Intro to ${project.version}', imagelist: [[:]]]
assert comparable(app) == wanted
assert app.listings.'nb-NO'.baseListing.images.every { it.fileStatus == 'Uploaded' && it.id }
assert app.trailers[0].videoFileId && app.trailers[0].trailerAssets.'nb-no'.imageList[0].id
assert new File(basedir, 'src/pending/listings/nb-NO/title.txt').getText('UTF-8') == 'Tide Table Demo\n'
assert comparable(received(json('target/addon-empty/addon.json').id)) == comparable(json('addon.json'))
assert json('target/without-trailer/plan.json').changes*.path == ['/trailers/0']
assert context.fixture.leaks().isEmpty()
