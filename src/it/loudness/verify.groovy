import io.github.storemaven.goal.BuildFixture

def fixture = context.fixture
fixture.close()
// Both builds uploaded and committed.
assert fixture.count('POST', '/commit') == 2

def log = BuildFixture.log(basedir)
def end = log.findIndexOf { it.contains('BUILD SUCCESS') }
def loud = log[0..end]
// -X shows each request with its answer, and no secret.
assert loud.any { it =~ /\[DEBUG\] POST http.*\/submissions -> 201, correlation id .* ms\)/ }
assert fixture.leaks() == []
// -ntp shows no transfer, and what is left of it is a line of ours.
assert !loud.any { it.contains('Uploading to') || it.contains('Uploaded to') || it.contains('Progress (') }
assert loud.any { it =~ /Uploaded [\d,]+ bytes in/ }
assert !log.any { it.contains('validation issues') }

// -q says nothing.
def after = log.drop(log.findLastIndexOf { it.contains('Finished at') } + 2)
assert after.findAll { !it.isBlank() && !it.contains('build script') && !it.contains('[DEBUG]') } == []
