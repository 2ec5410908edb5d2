import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
def store = fixture.store()
def log = { name -> BuildLog.read(basedir, name + '.log') }
def result = { file -> new JsonSlurper().parse(new File(basedir, file)) }
def posts = { end -> store.requests().findAll { it.method() == 'POST' && it.path().endsWith(end) && it.status().intdiv(100) == 2 } }

// One token serves all goals of all modules of a build.
assert fixture.count('POST', '/oauth2/token') == 2

// by-folder and one-pom: everything was made and released once, although the build ran twice. by-request made four more.
assert posts('/inappproducts').size() == 1 + 2 + 1
assert posts('/flights').size() == 1 + 2 + 1
assert posts('/commit').size() == 3 + 2 + 3
assert log('second').count('is published with all that this release sends') == 3 + 3
assert log('first').has('Releasing app 9PAPPDEMO001 to the flight Testers')
def byFolder = { name -> log(name).lines().takeWhile { !it.contains('it:by-request') && !it.contains('it:one-pom') } }
assert ['first', 'second'].sum { byFolder(it).count { it.contains('The id of ') } } == 4 // The app was named by its id.
assert fixture.leaks() == []

// by-request: the add-on, created from a file, submitted by its id, with an icon.
def addon = result('by-request/target/store/addon.json')
assert addon.productId == 'tides.year' && addon.created
def icon = store.published(addon.id).get().getJsonObject('listings').getJsonObject('en-us').getJsonObject('icon')
assert icon.getString('fileName') == 'icon.png' && icon.getString('fileStatus') == 'Uploaded'
assert log('first').has("Releasing add-on ${addon.id}")

// The flight: created from a file, submitted by its id, packages named by its submission.json.
def flight = result('by-request/target/store/flight.json')
assert flight.friendlyName == 'Beta' && flight.groupIds == ['1152921504606962205']
def published = store.published(flight.flightId).get()
assert published.getJsonArray('flightPackages').getJsonObject(0).getString('version') == '1.2.0.0'
def rollout = published.getJsonObject('packageDeliveryOptions').getJsonObject('packageRollout')
assert rollout.getBoolean('isPackageRollout') && rollout.getInt('packageRolloutPercentage') == 25
assert log('first').has("Releasing app 9PAPPDEMO002 to 25 % of the flight ${flight.flightId}")

// What was deleted is gone, and deleting once more does no harm.
assert fixture.count('DELETE', '/inappproducts/') == 1
assert fixture.count('DELETE', '/flights/') == 1
assert log('first').has('There is no add-on throwaway of app 9PAPPDEMO002; nothing was deleted')
assert log('first').has('There is no flight "Throwaway" of app 9PAPPDEMO002; nothing was deleted')

// one-pom: each with its own texts.
addon = result('one-pom/target/store/addon.json')
flight = result('one-pom/target/store/flight.json')
assert store.published(addon.id).get().getString('contentType') == 'OnlineDownload'
assert store.published(flight.flightId).get().getString('notesForCertification') =~ 'beta'
assert store.published('9PAPPDEMO003').get().getString('notesForCertification') == 'Log in as guest.'
assert [addon.id, flight.flightId, '9PAPPDEMO003'].every { store.pending(it).isEmpty() }
assert [addon.created, flight.created] == [false, false]
assert log('second').has('Exists already: add-on "' + addon.productId + '" (' + addon.id + ')')
assert !new File(basedir, 'one-pom/target/store/draft.json').exists()

// The modules that a goal called by its name does not look at are named, also where it looks at nothing.
assert log('second').has('store:validate was called by its name, so Maven runs it only for every-product: not looked at are the'
        + ' modules by-folder, one-pom. For one module add "-pl :one-pom"; for all bind the goal to a phase, and run that.'
        + ' every-product itself has nothing for the Store')
