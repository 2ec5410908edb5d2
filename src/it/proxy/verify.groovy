import io.github.storemaven.goal.BuildFixture

context.fixture.close()
context.proxy.close()
def login = 'it-user:it-proxy-password'.bytes.encodeBase64().toString()

// The proxy was asked once, for the far host, with the login of settings.xml; the second build passed it by. Maven 3.10 and
// later ask it for their own repository's host as well.
def heads = context.proxy.heads().findAll { it.contains('login.store.invalid') }
assert heads.size() == 1
assert heads[0].startsWith('CONNECT login.store.invalid:443 HTTP/1.1')
assert context.proxy.heads().every { !it.contains('127.0.0.1') }
assert heads[0].contains('Proxy-Authorization: Basic ' + login)
assert BuildFixture.logged(basedir, 'The Store shows this identity its apps')

// It refused the login, which is said; the login is nowhere, not even with -X.
assert BuildFixture.logged(basedir, '407')
assert BuildFixture.log(basedir).every { !it.contains('it-proxy-password') && !it.contains(login) }
