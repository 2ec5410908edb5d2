import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert context.fixture.store().requests().isEmpty()
assert BuildFixture.logged(basedir, 'store:submit talks to the Store and Maven is offline (-o)')
