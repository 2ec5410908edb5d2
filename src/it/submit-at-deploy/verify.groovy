import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
def store = fixture.store()
def log = { name -> BuildLog.read(basedir, name + '.log') }

assert log('released').has('Skipping submit (store.skip is true)')
assert log('released').has('Skipping submit (store.submit.skip is true)')
assert log('released').has('Skipping the release of a snapshot (1.2.0-SNAPSHOT)')
assert log('offline').has('store:submit talks to the Store and Maven is offline (-o)')
assert log('offline').matches(/^(\[ERROR])?\s+at io\.github\.storemaven\.goal\..*\(\w+Mojo\.java:\d+\)/) // since it has -e
// That one has sent nothing: a token for each of the other two.
assert fixture.count('POST', '/oauth2/token') == 2

assert fixture.count('POST', '9PAPPDEMO002/submissions') == 1 // without a commit
assert store.pendingStatus('9PAPPDEMO002').get() == 'PendingCommit'
assert log('released').has('as a draft (store.commit is false)')
assert !log('released').hasStackTrace()

assert fixture.count('POST', '9PAPPDEMO003/submissions') == 2
assert store.requests().count { it.method() == 'POST' && it.path() ==~ /.*9PAPPDEMO003\/.*\/commit/ } == 1

// The product is named before anything else is said.
def named = log('released').at('Releasing app 9PAPPDEMO001')
assert named >= 0 && named < log('released').at('Package tide-1.2.0.0.msix')
assert log('released').has('+ notesForCertification  ')
assert log('released').has('Uploading to microsoft-store')
def result = new JsonSlurper().parse(new File(basedir, 'target/store/submission.json'))
assert result.product == [kind: 'app', id: '9PAPPDEMO001']
assert result.status == 'Published'
assert result.link.startsWith('https://partner.microsoft.com/')
assert result.counts.requests >= 5
assert result.counts.bytes > 0

// Created and committed once: the second run only reads.
assert log('again').has('is published with all that this release sends')
assert fixture.count('POST', '9PAPPDEMO001/submissions') == 2
assert store.requests().count { it.method() == 'POST' && it.path() ==~ /.*9PAPPDEMO001\/.*\/commit/ } == 1
assert fixture.count('DELETE', '') == 0
assert store.pending('9PAPPDEMO001').isEmpty()

// The secret in no form.
assert fixture.leaks() == []
