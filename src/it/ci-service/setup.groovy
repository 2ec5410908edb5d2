import io.github.storemaven.testing.BuildFixture

BuildFixture.writePackage(basedir, 'tide.msix', '1.2.0.0')
return true
