import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert context.fixture.count('POST', '/commit') == 1
assert BuildFixture.logged(basedir, 'PackageValidationFailed')
assert BuildFixture.logged(basedir, 'https://partner.microsoft.com/dashboard/products/9PAPPDEMO001/submissions/')
assert BuildFixture.log(basedir).every { !(it =~ /^\s+at io\.github/) } // no stack trace
