import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert context.fixture.count('POST', '/commit') == 1
assert context.fixture.store().pending('9PAPPDEMO001').isEmpty()
assert BuildFixture.logged(basedir, 'What is wanted is published already')
