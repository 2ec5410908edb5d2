import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
def log = BuildLog.read(basedir, 'build.log')
def published = fixture.store().published('9PAPPDEMO001').get()
assert published.getJsonArray('applicationPackages').collect { it.getString('version') } == ['1.2.0.0']
assert published.getString('notesForCertification') == 'Log in as guest.'
assert fixture.count('POST', '/commit') == 1

// The archive went as it was.
def result = new JsonSlurper().parse(new File(basedir, 'target/store/submission.json'))
assert result.counts.bytes == new File(basedir, 'upload/ready.zip').length()
assert log.has('Each release uploads tide/tide-1.2.0.0.msix again, because the submission file lists it as PendingUpload.')
