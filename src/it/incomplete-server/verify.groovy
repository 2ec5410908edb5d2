import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert context.fixture.count('POST', '/commit') == 0
assert BuildFixture.logged(basedir, 'incomplete-store')
assert BuildFixture.logged(basedir, '<password>')
assert BuildFixture.logged(basedir, '<tenantId>')
assert BuildFixture.log(basedir).every { !(it =~ /^\s+at io\.github/) } // no stack trace
