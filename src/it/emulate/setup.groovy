import groovy.json.JsonSlurper
import io.github.storemaven.testing.MavenProcess

def serving = new MavenProcess.Launcher(basedir, localRepositoryPath, mavenHome, javaHome).start('emulate.log',
    'mvn store:emulate -Dstore.pace=PT0.05S -Dstore.emulatorDirectory=state')
context.serving = serving
serving.await('a command line to copy', { serving.output().contains('-Dstore.applicationId=') })
context.facts = new JsonSlurper().parse(new File(basedir, 'target/store/emulator.json'))
context.userProperties.put('store.port', URI.create(context.facts.serviceUrl).port.toString())
return true
