import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert context.fixture.count('POST', '/commit') == 0
assert context.fixture.store().pendingStatus('9PAPPDEMO001').get() == 'PendingCommit'
assert BuildFixture.logged(basedir, 'as a draft, as asked (store.commit is false)')
