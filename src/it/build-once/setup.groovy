import io.github.storemaven.testing.BuildFixture

BuildFixture.writePackage(basedir, 'build-once-1.2.0-x64.msix', '1.2.0.0')
return BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')
