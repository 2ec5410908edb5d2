import groovy.json.JsonSlurper
import io.github.storemaven.goal.BuildFixture

def fixture = context.fixture
fixture.close()
assert fixture.count('POST', '/commit') == 1
assert fixture.count('POST', '/oauth2/token') == 1
// The product is named before anything else is said.
def lines = BuildFixture.log(basedir)
def named = lines.findIndexOf { it.contains('Releasing app 9PAPPDEMO001') }
assert named >= 0 && named < lines.findIndexOf { it.contains('Package tide-1.2.0.0.msix') }
assert BuildFixture.logged(basedir, '/notesForCertification:')
assert BuildFixture.logged(basedir, 'Uploading to microsoft-store')

def result = new JsonSlurper().parse(new File(basedir, 'target/store/submission.json'))
assert result.product == [kind: 'app', id: '9PAPPDEMO001']
assert result.status != 'CommitFailed'
assert result.link.startsWith('https://partner.microsoft.com/')
assert result.counts.requests >= 5
assert result.counts.bytes > 0

// With -X, and the secret's every form.
assert fixture.leaks() == []
