import groovy.json.JsonSlurper
import io.github.storemaven.goal.BuildFixture

def fixture = context.fixture
fixture.close()
def addon = new JsonSlurper().parse(new File(basedir, 'target/store/addon.json'))
def flight = new JsonSlurper().parse(new File(basedir, 'target/store/flight.json'))

assert fixture.store().published(addon.id).get().getString('contentType') == 'OnlineDownload'
assert fixture.store().published(flight.flightId).get().getString('notesForCertification') =~ 'beta'
assert fixture.store().published('9PAPPDEMO001').get().getString('notesForCertification') == 'Log in as guest.'

// Two builds, and everything was made and released once.
assert fixture.store().requests().count { it.method() == 'POST' && it.path().endsWith('/inappproducts') } == 1
assert fixture.store().requests().count { it.method() == 'POST' && it.path().endsWith('/flights') } == 1
assert fixture.count('POST', '/commit') == 3
assert [addon.id, flight.flightId, '9PAPPDEMO001'].every { fixture.store().pending(it).isEmpty() }
assert [addon.created, flight.created] == [false, false]
assert BuildFixture.log(basedir).count { it.contains('What is wanted is published already') } == 3
assert BuildFixture.logged(basedir, 'It is there already: add-on ' + addon.id)
assert !new File(basedir, 'target/store/draft.json').exists()
// One token serves all goals of a build.
assert fixture.count('POST', '/oauth2/token') == 2
