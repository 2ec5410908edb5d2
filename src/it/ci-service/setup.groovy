import io.github.storemaven.goal.BuildFixture

BuildFixture.writePackage(basedir, 'tide.msix', '1.2.0.0')
return true
