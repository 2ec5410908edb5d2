import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert context.fixture.count('POST', '/commit') == 0
assert BuildFixture.logged(basedir, 'cannot be decrypted')
assert BuildFixture.logged(basedir, '<id>encrypted-store</id>')
assert BuildFixture.log(basedir).every { !(it =~ /^\s+at io\.github/) } // no stack trace
