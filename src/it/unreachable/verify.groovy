import io.github.storemaven.goal.BuildFixture

assert BuildFixture.logged(basedir, 'could not be asked')
assert BuildFixture.log(basedir).every { !(it =~ /^\s+at io\.github/) } // no stack trace
