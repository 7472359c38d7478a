<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>coffee::board::BoardPage</name>
    <message>
        <source>픽업 화면</source>
        <translation>Pickup board</translation>
    </message>
    <message>
        <source>준비 중</source>
        <translation>Preparing</translation>
    </message>
    <message>
        <source>준비 완료</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>번호를 새로 받고 있어요. 잠시만 기다려 주세요.</source>
        <translation>Numbers are being refreshed. One moment, please.</translation>
    </message>
    <message>
        <source>%1 기준 번호예요. 지금은 새 번호가 나타나지 않아요. 직원에게 물어봐 주세요.</source>
        <translation>These numbers are as of %1. New ones do not appear now. Please ask our staff.</translation>
    </message>
    <message>
        <source>번호를 불러오고 있어요. 직원에게 물어봐 주세요.</source>
        <translation>Numbers are being loaded. Please ask our staff.</translation>
    </message>
    <message>
        <source>지금 주문하시면 %1</source>
        <translation>Order now: ready in %1</translation>
    </message>
    <message>
        <source>지금 만드는 주문이 없어요.</source>
        <translation>Nothing is being prepared right now.</translation>
    </message>
    <message>
        <source>준비되면 번호가 여기에 나타나요.</source>
        <translation>Numbers appear here once they are ready.</translation>
    </message>
    <message>
        <source>지금은 주문을 잠시 쉬고 있어요.</source>
        <translation>We are not taking orders for the moment.</translation>
    </message>
    <message>
        <source>오래 기다린 번호 %1. 카운터에서 드려요.</source>
        <translation>Not collected: %1. Please ask at the counter.</translation>
    </message>
    <message numerus="yes">
        <source>그 밖에 %n건 · 카운터에 물어봐 주세요</source>
        <translation>
            <numerusform>and %n more · please ask at the counter</numerusform>
            <numerusform>and %n more · please ask at the counter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · 주문이 취소되었어요 · 카운터로 와 주세요</source>
        <translation>%1 · order cancelled · please come to the counter</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n개를 만들지 못했어요 · 카운터로 와 주세요</source>
        <translation>
            <numerusform>%1 · %n item could not be made · please come to the counter</numerusform>
            <numerusform>%1 · %n items could not be made · please come to the counter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::board::NumberCaller</name>
    <message>
        <source>%1번 손님, 주문하신 메뉴가 준비됐어요.</source>
        <translation>Number %1, your order is ready.</translation>
    </message>
    <message>
        <source>[알림음] %1번 손님, 준비됐어요.</source>
        <extracomment>what stands on the board while a number is called aloud</extracomment>
        <translation>[Chime] Number %1 is ready.</translation>
    </message>
</context>
<context>
    <name>coffee::board::NumberWall</name>
    <message numerus="yes">
        <source>그 밖에 %n건</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::board::WallNumber</name>
    <message>
        <source>%1, 방금 나왔어요</source>
        <translation>%1, just ready</translation>
    </message>
</context>
</TS>
