import io.github.storemaven.testing.BuildLog
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

def fixture = context.fixture
fixture.close()
def log = BuildLog.read(basedir, 'encrypted.log')
assert log.has('Tenant   aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee')
assert log.has('Client   11111111-2222-3333-4444-555555555555 (')
assert log.has('Audience https://manage.devcenter.microsoft.com')
assert log.matches(/Expiry   \d{4}-\d\d-\d\dT/)
assert log.has('The credentials work; ')
assert fixture.store().requests().count { it.method() == 'GET' && it.path() ==~ /[^?]*\/v1\.0\/my\/applications(\?.*)?/ } == 1

// The file holds the token and nothing else; its owner alone can read it.
def file = new File(basedir, 'target/access.token').toPath()
def token = Files.readString(file)
assert token == token.strip() && token.length() > 20
// On Windows an access list says so (OwnerOnlyFileTest), which this script under another system does not see.
if (!log.has('OS name: "windows') && file.fileSystem.supportedFileAttributeViews().contains('posix')) {
    assert PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
}
Files.delete(file)

// Nowhere else, not even with -X.
assert !log.has(token)
assert fixture.count('POST', '/commit') == 1
assert fixture.leaks() == []

// -X shows each request with its answer.
assert log.matches(/\[DEBUG\] POST http.*\/submissions -> 201, correlation id .* ms\)/)
// -ntp shows no transfer, and what is left of it is a line of ours.
assert ['Uploading to', 'Uploaded to', 'Progress ('].every { !log.has(it) }
assert log.matches(/Uploaded \d+ (bytes|KB) in/)
assert !log.has('validation issues')

def undecryptable = BuildLog.read(basedir, 'undecryptable.log')
// Maven 4 stops by itself at a password that it cannot decrypt, whoever needs it.
if (!undecryptable.has('Could not decrypt password')) {
    assert undecryptable.has('cannot be decrypted')
    assert undecryptable.has('<id>encrypted-store</id>')
    assert !undecryptable.hasStackTrace()
}
