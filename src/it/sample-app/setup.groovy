// For the reader of the quick start, straight to the console: Maven would put a second level before each line.
if (show == 'true') {
    new FileOutputStream(FileDescriptor.out).write(
            '\nBuilding the sample app. The first time, this downloads some 20 MB and takes a minute without a line.\n\n'.bytes)
}
