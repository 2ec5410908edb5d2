import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
context.proxy.close()

// Whatever the machine is set to, the same plan, byte for byte.
['plan.json', 'plan.md'].each {
    assert new File(basedir, "target/usual/$it").bytes == new File(basedir, "target/foreign/$it").bytes
}
assert new File(basedir, 'target/foreign/plan.md').getText('UTF-8').contains('2099-05-01')

// And what it plans is sent, letter for letter.
def sent = new JsonSlurper().parseText(fixture.store().with { it.pending('9PAPPDEMO001').or { published('9PAPPDEMO001') } }.get().toString())
def english = new File(basedir, 'src/store/listings/en-us')
assert sent.listings.'en-us'.baseListing.description == new File(english, 'description.txt').getText('UTF-8').trim()
assert sent.listings.'en-us'.baseListing.keywords == new File(english, 'keywords.txt').readLines('UTF-8')
assert sent.notesForCertification == new File(english, 'description.txt').readLines('UTF-8')[1]
assert sent.targetPublishDate.startsWith('2099-05-01T10:00:00')

// The proxy was asked once, for the far host, with the login of settings.xml; the goals before passed it by. Maven 3.10 and
// later ask it for their own repository's host as well.
def log = BuildLog.read(basedir, 'foreign.log')
def login = 'it-user:it-proxy-password'.bytes.encodeBase64().toString()
def heads = context.proxy.heads().findAll { it.contains('login.store.invalid') }
assert heads.size() == 1
assert heads[0].startsWith('CONNECT login.store.invalid:443 HTTP/1.1')
assert heads[0].contains('Proxy-Authorization: Basic ' + login)
assert log.has('Committed submission')
assert context.proxy.heads().every { !it.contains('127.0.0.1') }

// It refused the login, which is said; the login is nowhere, not even with -X.
assert log.has('407')
assert !log.has('it-proxy-password') && !log.has(login)
assert fixture.leaks() == []
