import io.github.storemaven.goal.BuildFixture

BuildFixture.writePackage(basedir, 'tide-1.2.0.0.msix', '1.2.0.0')
context.fixture = BuildFixture.start(basedir, context.userProperties, 'it-client-secret+/=~plain')
// Another master password than the one that the server's was encrypted with.
context.userProperties.put('settings.security', new File(basedir, 'settings-security.xml').path)
return true
