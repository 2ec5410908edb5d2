import io.github.storemaven.goal.BuildFixture

def said = BuildFixture.log(basedir).findAll { it.contains('REHEARSAL') }
assert said.size() == 2
assert BuildFixture.logged(basedir, 'is in the state Published')
