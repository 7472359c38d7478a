<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>coffee::test::Greeting</name>
    <message>
        <source>잘 가요</source>
        <translation>Goodbye</translation>
    </message>
</context>
</TS>
