import io.github.storemaven.testing.BuildLog

context.fixture.close()
assert context.fixture.store().requestCount() == 0

def log = { name -> BuildLog.read(basedir, name + '.log') }
assert ['torn', 'dash'].every { log(it).has('Put each -D into quotes as a whole: "-Dstore.rehearse=true"') }
assert ['3 problems, nothing was sent', 'store.rehearse is "yes"; allowed values: true, false',
        'There is no property store.rolloutPercent', 'store.flightName is empty on the command line'].every { log('values').has(it) }
assert ['store.archive', '"-Dstore.rehearse=true"'].every { log('swallowed').has(it) }
assert ['torn', 'dash', 'values', 'swallowed'].every { !log(it).has('Releasing') && !log(it).has('REHEARSAL') }
