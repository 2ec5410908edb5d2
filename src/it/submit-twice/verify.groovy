import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert context.fixture.count('POST', '/commit') == 1
// The second run only reads.
assert context.fixture.count('POST', '/submissions') == 2
assert context.fixture.count('DELETE', '') == 0
assert context.fixture.store().pending('9PAPPDEMO001').isEmpty()
assert BuildFixture.logged(basedir, 'What is wanted is published already')
