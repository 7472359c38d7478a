<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>coffee::demo::DrillPanel</name>
    <message>
        <source>일부러 고장 내 보기</source>
        <translation>Break it on purpose</translation>
    </message>
    <message>
        <source>무엇이 꺼져도 주문과 돈은 사라지지 않아요. 눌러 보고, 끝나면 ‘모두 되돌리기’를 누르세요.</source>
        <translation>Whatever fails, no order and no money is lost. Try it, then press ‘Put everything right’.</translation>
    </message>
    <message>
        <source>결제 느리게</source>
        <translation>Slow payments</translation>
    </message>
    <message>
        <source>결제 응답 없음</source>
        <translation>Payments do not answer</translation>
    </message>
    <message>
        <source>카드 단말기 먹통</source>
        <translation>Card terminal dead</translation>
    </message>
    <message>
        <source>모두 되돌리기</source>
        <translation>Put everything right</translation>
    </message>
    <message>
        <source>바리스타 화면 끄기</source>
        <translation>Switch the barista screen off</translation>
    </message>
    <message>
        <source>바리스타 화면 다시 켜기</source>
        <translation>Switch the barista screen on</translation>
    </message>
    <message>
        <source>결제 서버 강제 종료</source>
        <translation>Kill the payment daemon</translation>
    </message>
    <message>
        <source>결제 서버 다시 켜기</source>
        <translation>Start the payment daemon</translation>
    </message>
    <message>
        <source>소식 전달 되살리기</source>
        <translation>Deliver all events again</translation>
    </message>
    <message>
        <source>소식 10건 중 3건 잃기</source>
        <translation>Lose 3 of 10 events</translation>
    </message>
    <message>
        <source>결제 서버가 꺼져 있어요.</source>
        <translation>The payment daemon is off.</translation>
    </message>
    <message>
        <source>바리스타 화면이 꺼져 있어요.</source>
        <translation>The barista screen is off.</translation>
    </message>
    <message>
        <source>결제가 느려요.</source>
        <translation>Payments are slow.</translation>
    </message>
    <message>
        <source>결제가 대답하지 않아요.</source>
        <translation>Payments do not answer.</translation>
    </message>
    <message>
        <source>카드 단말기가 먹통이에요.</source>
        <translation>The card terminal is dead.</translation>
    </message>
    <message>
        <source>화면으로 가는 소식 일부가 사라져요.</source>
        <translation>Some events to the screens get lost.</translation>
    </message>
    <message>
        <source>지금은 모두 정상이에요.</source>
        <translation>Everything is fine now.</translation>
    </message>
</context>
<context>
    <name>coffee::demo::StartWindow</name>
    <message>
        <source>켜짐</source>
        <translation>On</translation>
    </message>
    <message>
        <source>체험 매장 시작</source>
        <translation>Demo shop</translation>
    </message>
    <message>
        <source>온도 커피 체험 매장</source>
        <translation>Ondo Coffee demo shop</translation>
    </message>
    <message>
        <source>주문부터 제조, 픽업까지 한 화면에서 해 볼 수 있어요. 결제는 체험용이라 돈이 나가지 않아요.</source>
        <translation>Try everything on one screen, from ordering to pickup. Payments are simulated: no money moves.</translation>
    </message>
    <message>
        <source>체험하기</source>
        <translation>Open the shop</translation>
    </message>
    <message>
        <source>매장 PIN: %1 (직원 취소와 환불에 써요)</source>
        <translation>Shop PIN: %1 (for staff cancels and refunds)</translation>
    </message>
    <message>
        <source>주문기</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>바리스타</source>
        <translation>Barista</translation>
    </message>
    <message>
        <source>픽업 화면</source>
        <translation>Pickup board</translation>
    </message>
    <message>
        <source>매니저</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>카드 단말기</source>
        <translation>Card terminal</translation>
    </message>
</context>
</TS>
