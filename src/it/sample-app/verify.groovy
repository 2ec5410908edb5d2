import io.github.storemaven.goal.BuildFixture

def log = BuildFixture.log(basedir)
def at = { String text -> log.findIndexOf { it.contains(text) } }
assert at('Changes:') >= 0
assert at('Changes:') < at('is in the state Published')
assert at('is in the state Published') < at('No change')
