import groovy.json.JsonSlurper
import io.github.storemaven.emulator.EmbeddedStore
import io.github.storemaven.emulator.PublicExamples
import io.github.storemaven.testing.BuildLog
import io.github.storemaven.testing.MavenProcess

def facts = context.facts
try {
    // The port was in use: said at once, and nothing was overwritten.
    assert BuildLog.read(basedir, 'build.log').has('which another program uses; name another one, or 0 for any that is free')
    assert new JsonSlurper().parse(new File(basedir, 'target/store/emulator.json')) == facts

    // The line that it prints, copied into another terminal.
    def line = context.serving.output().readLines().find { it.contains('mvn -s ') } - ~/^\[INFO\] /
    def copied = new MavenProcess.Launcher(basedir, localRepositoryPath, mavenHome, javaHome)
        .start('copied.log', line + ' -Dstore.notesForCertification=copied')
    assert copied.end() == 0
    assert copied.output().contains('Submission 1152921505600000002 is in the state')

    if (['env', 'python3', '--version'].execute().waitFor() == 0) {
        def lines = PublicExamples.run(
            URI.create(facts.serviceUrl), facts.tenantId, facts.clientId, facts.clientSecret, basedir.toPath())
        assert lines == PublicExamples.ALL_PUBLISHED
    } else {
        println 'No python3: nobody else has released to the emulator'
    }
    assert context.serving.interrupt() == 130
} finally {
    context.serving.kill()
}
assert context.serving.output() =~ /The embedded Store has stopped after [1-9]\d* requests/

// Everything is stored.
def tomorrow = EmbeddedStore.builder().directory(new File(basedir, 'state').toPath()).start()
assert tomorrow.published('9PAPPDEMO001').get().applicationPackages*.getString('fileName').any { it.endsWith('.msix') }
tomorrow.close()
assert !new File(basedir, 'other-state').exists() || new File(basedir, 'other-state').list().length == 0
