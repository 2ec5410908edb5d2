import io.github.storemaven.goal.BuildFixture

def fixture = context.fixture
fixture.close()
// Each product once, although the build ran twice.
assert fixture.count('POST', '/inappproducts') - fixture.count('POST', '/inappproducts/') == 1
assert fixture.count('POST', '/flights') - fixture.count('POST', '/flights/') == 1
assert fixture.count('POST', '/commit') == 3
assert BuildFixture.log(basedir).count { it.contains('What is wanted is published already') } == 3
assert BuildFixture.logged(basedir, 'Releasing app 9PAPPDEMO001 to the flight Testers')
assert BuildFixture.log(basedir).count { it.contains('Its id in the Store is') } == 4 // The app was named by its id.
assert fixture.leaks() == []
