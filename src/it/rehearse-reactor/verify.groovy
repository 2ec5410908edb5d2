import io.github.storemaven.testing.BuildLog

def log = BuildLog.read(basedir, 'rehearsed.log').lines()
// What the first module released and created, the second one finds: one Store, in spite of two class loaders.
assert log.count { it.contains('is in the state Published') } == 1
assert log.count { it.contains('is published with all that this release sends') } == 1
assert log.count { it.contains('Created add-on') } == 1
assert log.count { it.contains('Exists already: add-on') } == 1
assert log.count { it.contains('The credentials work; ') } == 1
// Nothing is released before the last module has come, and each part of a rehearsal says what it is.
def last = log.findLastIndexOf { it.contains('Deferring') }
assert log.findIndexOf { it.contains('Changes to ') } > last
assert log.count { it.contains('Deferring store:') } == 4
assert log.count { it.contains('REHEARSAL against') } == 1
assert log.count { it.contains('REHEARSAL passed') } == 1
// The Store of the rehearsal ends with the session: no folder is left, and nothing fails after the end.
assert !new File(basedir, 'target/temp').list().any { it.startsWith('embedded-store') }
assert !log.any { it.contains('Exception') || it.contains('NoClassDefFoundError') }
