import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert context.fixture.count('POST', '/commit') == 0
assert BuildFixture.logged(basedir, 'Correlation id')
assert BuildFixture.logged(basedir, '404')
assert BuildFixture.log(basedir).every { !(it =~ /^\s+at io\.github/) } // no stack trace
assert !new File(basedir, 'target/store/submission.json').exists()
