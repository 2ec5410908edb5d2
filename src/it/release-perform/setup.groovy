import io.github.storemaven.testing.BuildFixture

def git = { String... command ->
    def process = ['git', *command].execute((List) null, basedir)
    assert process.waitFor() == 0 : process.err.text
}

BuildFixture.writePackage(basedir, '../dist/tide-1.2.0.0.msix', '1.2.0.0')
def pom = new File(basedir, 'pom.xml')
pom.setText(pom.getText('UTF-8').replace('@folder@', basedir.toURI().toString().replace('file:/', 'file:///')), 'UTF-8')
new File(basedir, '.gitignore').text = 'target/\n*.log\n*.groovy\n*.properties\n'
git('init', '-q')
git('config', 'user.name', 'it')
git('config', 'user.email', 'it@example.invalid')
git('add', '.')
git('commit', '-q', '-m', 'The app')

BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')
// The Maven that the release plugin starts is not told the properties of this one.
context.userProperties.put('arguments', [
    "-Dstore.serviceUrl=${context.fixture.store().serviceUrl()}",
    "-Dstore.loginUrl=${context.fixture.store().loginUrl()}",
    "-Dsettings.security=${new File(basedir, '../../../src/it/settings-security.xml').canonicalPath}"
].join(' '))
return true
