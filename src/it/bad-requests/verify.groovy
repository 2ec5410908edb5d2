import io.github.storemaven.goal.BuildFixture

[
    'A flight and an add-on are named together',
    'nowhere.key',
    'nowhere.zip, which is no file',
    'store.visibility is set, and a submission of a flight has no such member',
    'store.rolloutPercentage is "150"',
    'UPD-02 the upload has no file "tide.msix"',
    'addon.json, line 1, /productType: ADD-07 a Subscription can be made in Partner Center alone',
    'productId is missing: set store.addonProductId, or productId in store.addonFile',
    'applicationIds is missing: set store.applicationId',
    'store.ifExists is "maybe"; allowed values: skip, fail',
    'friendlyName is missing: set store.flightName',
    'flight.json, line 1, /groupIds: FLT-04 the groupIds are no array',
    'The Store ID of the app, 12 characters that Partner Center shows, is missing',
    'Name the add-on to delete, and nothing else',
].each { assert BuildFixture.logged(basedir, it): it }
assert BuildFixture.log(basedir).count { it.contains('BUILD FAILURE') } == 5

// Nothing was sent, not even for a token.
assert context.fixture.store().requestCount() == 0
context.fixture.close()
assert BuildFixture.log(basedir).every { !(it =~ /^\s+at io\.github/) } // no stack trace
