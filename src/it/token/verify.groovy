import io.github.storemaven.goal.BuildFixture
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

def fixture = context.fixture
fixture.close()
assert BuildFixture.logged(basedir, 'Tenant   aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee')
assert BuildFixture.logged(basedir, 'Client   11111111-2222-3333-4444-555555555555 (')
assert BuildFixture.logged(basedir, 'Audience https://manage.devcenter.microsoft.com')
assert BuildFixture.log(basedir).any { it =~ /Expiry   \d{4}-\d\d-\d\dT/ }
assert BuildFixture.logged(basedir, 'The Store shows this identity its apps')
assert fixture.count('GET', '/v1.0/my/applications') == 1

// The file holds the token and nothing else; its owner alone can read it.
def file = new File(basedir, 'target/access.token').toPath()
def token = Files.readString(file)
assert token == token.strip() && token.length() > 20
if (file.fileSystem.supportedFileAttributeViews().contains('posix')) {
    assert PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
}
Files.delete(file)

// Nowhere else, not even with -X.
assert BuildFixture.log(basedir).every { !it.contains(token) }
assert fixture.leaks() == []
