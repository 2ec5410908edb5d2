import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
// Both builds uploaded and committed.
assert fixture.count('POST', '/commit') == 2

def loud = BuildLog.read(basedir, 'loud.log')
// -X shows each request with its answer, and no secret.
assert loud.matches(/\[DEBUG\] POST http.*\/submissions -> 201, correlation id .* ms\)/)
assert fixture.leaks() == []
// -ntp shows no transfer, and what is left of it is a line of ours.
assert ['Uploading to', 'Uploaded to', 'Progress ('].every { !loud.has(it) }
assert loud.matches(/Uploaded \d+ (bytes|KB) in/)
assert !loud.has('validation issues')

// -q prints nothing.
assert BuildLog.read(basedir, 'quiet.log').lines().findAll { !it.isBlank() } == []
