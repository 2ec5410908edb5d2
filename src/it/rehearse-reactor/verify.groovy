import io.github.storemaven.goal.BuildFixture

def log = BuildFixture.log(basedir)
// What the first module released and created, the second one finds: one Store, in spite of two class loaders.
assert log.count { it.contains('is in the state Published') } == 1
assert log.count { it.contains('What is wanted is published already') } == 1
assert log.count { it.contains('Created add-on') } == 1
assert log.count { it.contains('It is there already: add-on') } == 1
assert log.count { it.contains('The Store shows this identity its apps') } == 1
