import io.github.storemaven.goal.BuildFixture

assert BuildFixture.logged(basedir, 'pull cannot be rehearsed')
assert !new File(basedir, 'src/store').exists()
