import groovy.json.JsonSlurper
import io.github.storemaven.goal.BuildFixture

def fixture = context.fixture
fixture.close()
def store = fixture.store()
def addon = new JsonSlurper().parse(new File(basedir, 'target/store/addon.json'))
def flight = new JsonSlurper().parse(new File(basedir, 'target/store/flight.json'))

// The add-on: created from a file, submitted by its id, with an icon.
assert addon.productId == 'tides.year' && addon.created
def icon = store.published(addon.id).get().getJsonObject('listings').getJsonObject('en-us').getJsonObject('icon')
assert icon.getString('fileName') == 'icon.png' && icon.getString('fileStatus') == 'Uploaded'
assert BuildFixture.logged(basedir, "Releasing add-on ${addon.id}")

// The flight: created from a file, submitted by its id, packages named by its submission.json.
assert flight.friendlyName == 'Beta' && flight.groupIds == ['1152921504606962205']
def published = store.published(flight.flightId).get()
assert published.getJsonArray('flightPackages').getJsonObject(0).getString('version') == '1.2.0.0'
def rollout = published.getJsonObject('packageDeliveryOptions').getJsonObject('packageRollout')
assert rollout.getBoolean('isPackageRollout') && rollout.getInt('packageRolloutPercentage') == 25
assert BuildFixture.logged(basedir, "Releasing app 9PAPPDEMO001 to 25 % of the flight ${flight.flightId}")

// What was deleted is gone, and deleting once more does no harm.
assert fixture.count('DELETE', '/inappproducts/') == 1
assert fixture.count('DELETE', '/flights/') == 1
assert BuildFixture.logged(basedir, 'There is no add-on throwaway of app 9PAPPDEMO001; nothing was deleted')
assert BuildFixture.logged(basedir, 'There is no flight "Throwaway" of app 9PAPPDEMO001; nothing was deleted')
assert fixture.count('POST', '/oauth2/token') == 1
