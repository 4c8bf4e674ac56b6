# Every caption that holds what is asked for is found, and no other, compared with a scan.
file(REMOVE ${FILE} ${FILE}-wal ${FILE}-shm)
execute_process(COMMAND ${PROGRAM} --db ${FILE} --texts 20000 --videos 200 --words 2000 --queries 60 --scanned 60
                COMMAND_ERROR_IS_FATAL ANY)
