import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert context.fixture.store().requestCount() == 0

def log = BuildFixture.log(basedir)
assert log.count { it.contains('Put each -D into quotes as a whole: "-Dstore.rehearse=true"') } >= 2
assert ['3 problems, nothing was sent', 'store.rehearse is "yes"; allowed values: true, false',
        'There is no property store.rolloutPercent', 'store.flightName is empty on the command line'].every { text -> log.any { it.contains(text) } }
assert !log.any { it.contains('Releasing') || it.contains('REHEARSAL') }
