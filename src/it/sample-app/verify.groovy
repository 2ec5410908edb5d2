// Without the classes of the tests, which the quick start does not compile.
def log = new File(basedir, 'build.log').readLines('UTF-8')
def at = { String text -> log.findIndexOf { it.contains(text) } }
assert at('Changes to ') >= 0
assert at('Changes to ') < at('is in the state Published')
assert at('is in the state Published') < at('No change')
assert new File(basedir, 'target/store/preview/index.html').getText('UTF-8').contains('Tide Table')

if (show == 'true') {
    def shown = false
    def release = log.drop(log.findLastIndexOf { it.contains('Scanning for projects') }).findAll { line ->
        shown = line.contains('--- ') ? line.contains('--- store-maven-plugin') : shown && !line.contains('----------')
        shown || line.contains('BUILD SUCCESS') || line.contains('REHEARSAL')
    }
    def next = ['', 'That was a rehearsal: the embedded Store ran in this build, and nothing left this machine.',
            'The sample app is src/it/sample-app, its results are in target/it/sample-app/target/store.',
            'Next: "The first release in five steps" in README.md.', '']
    new FileOutputStream(FileDescriptor.out).write(((release + next).join('\n') + '\n').getBytes('UTF-8'))
}
