import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
// Uploaded and committed, and -q prints nothing.
assert fixture.count('POST', '/commit') == 1
assert fixture.leaks() == []
assert BuildLog.read(basedir, 'quiet.log').lines().findAll { !it.isBlank() } == []
