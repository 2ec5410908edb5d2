// Without the classes of the tests, which the quick start does not compile.
def log = new File(basedir, 'build.log').readLines('UTF-8')
def at = { String text -> log.findIndexOf { it.contains(text) } }
assert at('Changes:') >= 0
assert at('Changes:') < at('is in the state Published')
assert at('is in the state Published') < at('No change')
