import io.github.storemaven.testing.BuildLog

context.fixture.close()
context.proxy.close()
def log = BuildLog.read(basedir, 'build.log')
def login = 'it-user:it-proxy-password'.bytes.encodeBase64().toString()

// The proxy was asked once, for the far host, with the login of settings.xml; the goal before passed it by. Maven 3.10 and
// later ask it for their own repository's host as well.
def heads = context.proxy.heads().findAll { it.contains('login.store.invalid') }
assert heads.size() == 1
assert heads[0].startsWith('CONNECT login.store.invalid:443 HTTP/1.1')
assert context.proxy.heads().every { !it.contains('127.0.0.1') }
assert heads[0].contains('Proxy-Authorization: Basic ' + login)
assert log.has('The credentials work; ')

// It refused the login, which is said; the login is nowhere, not even with -X.
assert log.has('407')
assert !log.has('it-proxy-password') && !log.has(login)
