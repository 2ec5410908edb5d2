import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
def store = fixture.store()
def log = { name -> BuildLog.read(basedir, name + '.log') }

// The very same file, from the repository.
def built = new File(basedir, 'target/build-once-1.2.0-x64.msix')
def deployed = new File(basedir, 'company/it/build-once/1.2.0/build-once-1.2.0-x64.msix')
assert deployed.bytes == built.bytes
assert log('testers').has('Releasing app 9PAPPDEMO001 to the flight Testers')
assert log('testers').has('Package build-once-1.2.0-x64.msix (version 1.2.0.0, x64), found in the build directory')

// Between the two: is the flight published?
def status = new JsonSlurper().parse(new File(basedir, 'target/store/status.json')).products[0]
assert status.published.packages*.version == ['1.2.0.0']
assert status.pending == null
assert log('promotion').has('Nothing is pending')
assert log('promotion').has('Releasing app 9PAPPDEMO001 to everybody')
assert log('promotion').has('Artifact it:build-once:msix:x64:1.2.0 from company (file:')
assert log('promotion').has('Package build-once-1.2.0-x64.msix (version 1.2.0.0, x64), named by store.artifacts')
assert log('promotion').has('Flight "Testers" has published exactly these packages')
def flight = new JsonSlurper().parse(new File(basedir, 'target/store/flight.json')).flightId
def versions = { id, member -> store.published(id).get().getJsonArray(member)*.getString('version') }
assert versions(flight, 'flightPackages') == ['1.2.0.0']
assert versions('9PAPPDEMO001', 'applicationPackages') == ['1.2.0.0']
assert fixture.count('POST', '/commit') == 2

def missing = log('missing')
assert missing.has('The artifact it:build-once:msix:arm64:1.2.0 is not on this machine')
assert missing.has('Maven is offline (-o)')
assert ['outer (file:', 'company (file:', 'central (https:'].every { missing.has(it) }
assert fixture.leaks() == []
