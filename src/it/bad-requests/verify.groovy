import io.github.storemaven.goal.BuildFixture

[
    'A flight and an add-on are named together',
    'nowhere.key',
    'nowhere.zip, which is no file',
    'store.visibility is set, and a submission of a flight has no such member',
    'store.rolloutPercentage is "150"',
    'UPD-02 the upload has no file "tide.msix"',
    'store.productType is "Subscription"; it can be Durable, Consumable',
    "The add-on's product id is missing",
    "The add-on's app is missing",
    'store.ifExists is "maybe"; it can be skip, fail',
    "The flight's name is missing",
    'groupIds is "1152921504606962205"; it is a list of ids',
    'The Store ID of the flight\'s app is missing',
    'Name the add-on to delete, and nothing else',
].each { assert BuildFixture.logged(basedir, it): it }
assert BuildFixture.log(basedir).count { it.contains('BUILD FAILURE') } == 5

// Nothing was sent, not even for a token.
assert context.fixture.store().requestCount() == 0
context.fixture.close()
assert BuildFixture.log(basedir).every { !(it =~ /^\s+at io\.github/) } // no stack trace
